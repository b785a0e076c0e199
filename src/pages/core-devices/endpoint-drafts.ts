/** An MQTT broker endpoint as it is being typed. */
export interface EndpointDraft {
  host: string
  port: string
  metadata: string
}

/** What is wrong with each endpoint, or null. Ports go from 0 to 65535, the service's own bounds. */
export function endpointProblems(drafts: readonly EndpointDraft[]): (string | null)[] {
  return drafts.map(({ host, port }) => {
    if (host.trim() === '') return 'Give a host name or an IP address.'
    if (/\s/.test(host.trim())) return 'A host has no blanks in it.'
    if (!/^\d{1,5}$/.test(port.trim()) || Number(port) > 65_535)
      return 'The port is a number from 0 to 65535.'
    return null
  })
}

export function endpointsFromDrafts(drafts: readonly EndpointDraft[]) {
  return drafts.map(({ host, port, metadata }) => ({
    hostAddress: host.trim(),
    portNumber: Number(port),
    metadata: metadata.trim(),
  }))
}
