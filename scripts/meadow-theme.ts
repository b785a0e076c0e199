import { type Plugin, runnerImport } from 'vite'

const id = 'virtual:meadow-theme.css'

/**
 * The kit's theming API turns our design tokens into a style sheet. Done in the browser that costs 78 KB (gzip) of
 * script before the first paint; done here, at build time, it costs the style sheet alone.
 */
export function meadowTheme(): Plugin {
  let root = ''
  return {
    name: 'meadow-theme',
    configResolved(config) {
      root = config.root
    },
    resolveId: request => (request === id ? `\0${id}` : null),
    async load(request) {
      if (request !== `\0${id}`) return null
      this.addWatchFile(`${root}/src/ui/theme/tokens.ts`)
      const { module } = await runnerImport<{ stylesheet: () => string }>('./src/ui/theme/stylesheet.ts', {
        root,
        configFile: false,
        logLevel: 'error',
        // The theming runtime is written for bundlers: folders are imported, and tslib's ES entry re-exports CommonJS.
        resolve: { noExternal: true, alias: { tslib: 'tslib/tslib.es6.mjs' } },
      })
      return module.stylesheet()
    },
  }
}
