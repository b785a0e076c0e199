/** A client device that may discover a core device. The service keeps no connection state of it. */
export interface ClientDevice {
  name: string
  associated: number | null
}

/** What the service said of one entry of a batch. */
export interface AssociationError {
  name: string
  code: string
  message: string
}
