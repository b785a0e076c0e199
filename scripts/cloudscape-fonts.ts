import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import type { Plugin } from 'vite'

/**
 * The kit's global styles carry eight Open Sans weights as data URIs: 138 KB of CSS (gzip) before anything is
 * painted, and a Content-Security-Policy that must allow `font-src data:`. This moves each to a file of its own, in
 * Vite's cache folder; from there on they are assets like any other, in the build and in the development server.
 */
export function cloudscapeFonts(): Plugin {
  let folder = ''
  return {
    name: 'cloudscape-fonts',
    enforce: 'pre',
    // Small enough weights would become data URIs again.
    config: () => ({ build: { assetsInlineLimit: file => (file.endsWith('.woff2') ? false : undefined) } }),
    configResolved(config) {
      folder = join(config.cacheDir, 'meadow-fonts')
    },
    transform(code, id) {
      const sheet = id.split('?')[0] ?? ''
      if (!sheet.endsWith('@cloudscape-design/global-styles/index.css')) return null
      mkdirSync(folder, { recursive: true })
      const moved = (data: string) => {
        const bytes = Buffer.from(data, 'base64')
        const name = `open-sans-${createHash('sha256').update(bytes).digest('hex').slice(0, 8)}.woff2`
        writeFileSync(join(folder, name), bytes)
        return `url('${relative(dirname(sheet), join(folder, name)).replaceAll('\\', '/')}')`
      }
      return {
        code: code
          .replace(/url\('data:font\/woff2;base64,([^']+)'\)/g, (_, data: string) => moved(data))
          .replace(/@font-face\s*\{/g, '@font-face { font-display: swap;'),
        map: null,
      }
    },
  }
}
