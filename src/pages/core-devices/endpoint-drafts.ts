/** An MQTT broker endpoint as it is being typed. */
export interface EndpointDraft {
  host: string
  port: string
  metadata: string
}

export interface EndpointProblems {
  host?: string
  port?: string
}

/** What is wrong with each endpoint, by field. Ports go from 0 to 65535, the service's own bounds. */
export function endpointProblems(drafts: readonly EndpointDraft[]): EndpointProblems[] {
  return drafts.map(({ host, port }) => ({
    ...(host.trim() === '' ? { host: 'Give a host name or an IP address.' } : {}),
    ...(/\s/.test(host.trim()) ? { host: 'A host has no blanks in it.' } : {}),
    ...(/^\d{1,5}$/.test(port.trim()) && Number(port) <= 65_535
      ? {}
      : { port: 'The port is a number from 0 to 65535.' }),
  }))
}

export function endpointsFromDrafts(drafts: readonly EndpointDraft[]) {
  return drafts.map(({ host, port, metadata }) => ({
    hostAddress: host.trim(),
    portNumber: Number(port),
    metadata: metadata.trim(),
  }))
}
