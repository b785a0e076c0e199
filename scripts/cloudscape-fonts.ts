import { createHash } from 'node:crypto'
import type { Plugin } from 'vite'

/**
 * The kit's global styles carry eight Open Sans weights as data URIs: 138 KB of CSS (gzip) before anything is
 * painted, and a Content-Security-Policy that must allow `font-src data:`. This moves each to a file of its own.
 */
export function cloudscapeFonts(): Plugin {
  const fonts = new Map<string, Uint8Array>()
  let base = '/'
  let building = false
  return {
    name: 'cloudscape-fonts',
    enforce: 'pre',
    configResolved(config) {
      base = config.base
      building = config.command === 'build'
    },
    transform(code, id) {
      if (!id.split('?')[0]?.endsWith('@cloudscape-design/global-styles/index.css')) return null
      const emit = (data: string) => {
        const bytes = Buffer.from(data, 'base64')
        const name = `fonts/open-sans-${createHash('sha256').update(bytes).digest('hex').slice(0, 8)}.woff2`
        if (building && !fonts.has(name)) this.emitFile({ type: 'asset', fileName: name, source: bytes })
        fonts.set(name, bytes)
        return `url('${base}${name}')`
      }
      return {
        code: code
          .replace(/url\('data:font\/woff2;base64,([^']+)'\)/g, (_, data: string) => emit(data))
          .replace(/@font-face\s*\{/g, '@font-face { font-display: swap;'),
        map: null,
      }
    },
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const font = fonts.get((request.url ?? '').slice(base.length).split('?')[0] ?? '')
        if (!font) return next()
        response.setHeader('content-type', 'font/woff2')
        response.end(font)
      })
    },
  }
}
