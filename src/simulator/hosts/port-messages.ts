/** What travels between a page and the worker that runs the simulator. */
export interface PortRequest {
  id: number
  method: string
  url: string
  headers: [string, string][]
  body: ArrayBuffer | null
}

export interface PortAbort {
  abort: number
}

export interface PortResponse {
  id: number
  status: number
  headers: [string, string][]
  body: ArrayBuffer | null
}

/** The request got no answer: what `fetch` throws a TypeError for. */
export interface PortError {
  id: number
  error: string
}

/** The part of MessagePort that both a SharedWorker's port and a Worker have. */
export interface Port {
  postMessage(message: unknown, transfer?: Transferable[]): void
  onmessage: ((event: MessageEvent) => void) | null
}
