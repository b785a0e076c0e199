// The simulator on Node at 100,000 devices: start, memory, a page of 100.
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { GreengrassV2Client, ListCoreDevicesCommand } from '@aws-sdk/client-greengrassv2'
import {
  CognitoIdentityClient,
  GetCredentialsForIdentityCommand,
  GetIdCommand,
} from '@aws-sdk/client-cognito-identity'
import { median } from './median.mjs'

const port = 8799
const endpoint = `http://127.0.0.1:${port}`
const region = 'us-east-1'

export async function benchSimulator(rounds) {
  const starts = []
  let page = []
  let memory = 0
  for (let round = 0; round < rounds; round++) {
    const started = performance.now()
    const host = spawn(process.execPath, [
      'scripts/simulator.mjs',
      '--port',
      String(port),
      '--scenario',
      'large',
      '--devices',
      '100000',
    ])
    try {
      await new Promise((resolve, reject) => {
        host.stdout.on('data', text => String(text).includes(String(port)) && resolve())
        host.on('exit', code => reject(new Error(`The simulator ended with ${code}.`)))
      })
      starts.push(performance.now() - started)
      memory = Math.max(memory, residentMegabytes(host.pid))
      page = page.concat(await pageTimes())
    } finally {
      host.removeAllListeners('exit')
      host.kill()
      await new Promise(resolve => host.on('close', resolve))
    }
  }
  return [
    {
      name: 'simulator, 100,000 devices: start of the process',
      value: median(starts),
      unit: 'ms',
      note: 'the first may build',
    },
    {
      name: 'simulator, 100,000 devices: resident memory',
      value: memory,
      unit: 'MB',
      note: memory ? '' : 'not known on this system',
    },
    {
      name: 'simulator, 100,000 devices: a page of 100 over HTTP',
      value: median(page),
      unit: 'ms',
      note: 'signing, transport and parsing included',
    },
  ]
}

function residentMegabytes(pid) {
  try {
    return Math.round(
      Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1000,
    )
  } catch {
    return 0
  }
}

async function pageTimes() {
  const cognito = new CognitoIdentityClient({
    endpoint,
    region,
    credentials: { accessKeyId: '-', secretAccessKey: '-' },
  })
  const { IdentityId } = await cognito.send(
    new GetIdCommand({ IdentityPoolId: `${region}:00000000-0000-0000-0000-000000000000` }),
  )
  const { Credentials } = await cognito.send(new GetCredentialsForIdentityCommand({ IdentityId }))
  const greengrass = new GreengrassV2Client({
    endpoint,
    region,
    credentials: {
      accessKeyId: Credentials.AccessKeyId,
      secretAccessKey: Credentials.SecretKey,
      sessionToken: Credentials.SessionToken,
    },
  })
  const times = []
  let nextToken
  for (let page = 0; page < 100; page++) {
    const started = performance.now()
    ;({ nextToken } = await greengrass.send(new ListCoreDevicesCommand({ maxResults: 100, nextToken })))
    times.push(performance.now() - started)
  }
  return times
}
