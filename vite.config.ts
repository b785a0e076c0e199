import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { cloudscapeFonts } from './scripts/cloudscape-fonts.ts'
import { meadowTheme } from './scripts/meadow-theme.ts'

/** The part of the SDK that every call needs; Cognito, STS and what they alone use stay behind their own imports. */
const isSdk = (id: string) =>
  /node_modules[\\/](@aws-sdk|@smithy)[\\/]/.test(id) &&
  !/nested-clients|cognito|credential-provider|web-identity|sts|protocols.(query|xml)|signature-v4-multi-region/.test(
    id,
  )

export default defineConfig({
  plugins: [cloudscapeFonts(), meadowTheme(), react()],
  resolve: {
    alias: [
      {
        // The package's browser map names its entry without the extension, which Vite does not match.
        find: /^@aws-sdk\/credential-providers$/,
        replacement: '@aws-sdk/credential-providers/dist-es/index.browser.js',
      },
    ],
  },
  worker: { format: 'es' },
  build: {
    target: 'es2022',
    manifest: true,
    chunkSizeWarningLimit: 4000,
    rolldownOptions: {
      output: {
        codeSplitting: {
          // What both front doors need, so that the wall does not wait for the console's kit.
          groups: [
            // Every page begins with it, so it must not come with something large.
            { name: 'preload', test: /vite[\\/]preload-helper/, priority: 1 },
            { name: 'react', test: /node_modules[\\/](react|react-dom|scheduler)[\\/]/ },
            { name: 'query', test: /node_modules[\\/]@tanstack[\\/](react-query|query-core)[\\/]/ },
            { name: 'sdk', test: isSdk },
          ],
        },
      },
    },
  },
})
