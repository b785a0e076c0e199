// npm start: builds if needed, serves the app with the demo fleet, and prints its URL.
import { preview } from 'vite'
import { buildIfNeeded } from './build.mjs'

const wanted = Number(process.env.PORT ?? 4173)
if (!Number.isInteger(wanted) || wanted < 1 || wanted > 65535) {
  console.error(`PORT is "${process.env.PORT}", which is no port number (1 to 65535).`)
  process.exit(2)
}
await buildIfNeeded()
const server = await preview({ logLevel: 'warn', preview: { port: wanted, host: '127.0.0.1' } })
console.log(
  `\n  Meadow is at ${server.resolvedUrls?.local[0]}\n\n  A simulated fleet answers; nothing leaves this machine. Ctrl+C ends it.\n`,
)
