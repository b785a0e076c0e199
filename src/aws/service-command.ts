/** What every command of both clients has: its operation's schema, `[9, namespace, name, …]`, and its output. */
export interface ServiceCommand<Output> {
  readonly schema?: unknown
  resolveMiddleware(
    stack: never,
    configuration: never,
    options: never,
  ): (args: never) => Promise<{ output: Output }>
}

export interface Target {
  service: 'greengrass' | 'iot'
  operation: string
  /** As IAM names it. */
  action: string
}

/** Which service a command is for, so that nobody has to say it twice. */
export function targetOf(command: ServiceCommand<unknown>): Target {
  const [, namespace, operation] = command.schema as [number, string, string]
  const service = namespace === 'com.amazonaws.iot' ? 'iot' : 'greengrass'
  return { service, operation, action: `${service}:${operation}` }
}
