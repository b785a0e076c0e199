import { cliOption } from './cli-command.ts'

// What tests hold copied commands against: a reader of its own for what a shell and then the AWS CLI make of a line.

/** The words of a command line as a POSIX shell splits them; no substitutions, as none are ever wanted. */
function shellWords(line: string): string[] {
  const words: string[] = []
  let word: string | null = null
  for (let i = 0; i < line.length; i++) {
    const c = line[i]!
    if (c === "'") {
      const end = line.indexOf("'", i + 1)
      if (end === -1) throw new Error('An open quote')
      word = (word ?? '') + line.slice(i + 1, end)
      i = end
    } else if (c === '\\') {
      i++
      if (line[i] !== '\n') word = (word ?? '') + line[i]
    } else if (c === ' ' || c === '\n') {
      if (word !== null) words.push(word)
      word = null
    } else {
      if (!/[\w@%+=:,./-]/.test(c)) throw new Error(`The shell may read ${c} in its own way`)
      word = (word ?? '') + c
    }
  }
  return word === null ? words : [...words, word]
}

/** How the CLI reads the value of an option; text where nothing else is said. */
const kinds: Record<string, 'json' | 'number' | 'flag' | 'blob'> = {
  components: 'json',
  iotJobConfiguration: 'json',
  deploymentPolicies: 'json',
  lambdaFunction: 'json',
  tags: 'json',
  tagKeys: 'json',
  entries: 'json',
  connectivityInfo: 'json',
  thingGroupProperties: 'json',
  targets: 'json',
  expectedVersion: 'number',
  force: 'flag',
  inlineRecipe: 'blob',
}

function optionContent(kind: string | undefined, value: string): unknown {
  if (kind === 'blob') {
    if (!value.startsWith('fileb://')) throw new Error('A blob on the line is read in two ways')
    return { file: value.slice('fileb://'.length) }
  }
  if (/^(fileb?|https?):\/\//.test(value)) throw new Error('The CLI would read a file')
  if (kind === 'json') return JSON.parse(value)
  return kind === 'number' ? Number(value) : value
}

/**
 * The input that the AWS CLI makes of a command line, if `members` are the operation's; options of the CLI itself are
 * left out. Throws where a shell or the CLI would take the line for something else.
 */
export function readCommand(
  line: string,
  members: readonly string[],
): { command: string; input: Record<string, unknown> } {
  const [aws, service, name, ...rest] = shellWords(line)
  if (aws !== 'aws') throw new Error(`Not a command of the AWS CLI: ${aws}`)
  const input: Record<string, unknown> = {}
  for (let i = 0; i < rest.length; i++) {
    const [option, bound] = /^(--[^=]+)=(.*)$/s.exec(rest[i]!)?.slice(1) ?? [rest[i]!, undefined]
    if (option === '--cli-input-json') {
      Object.assign(input, JSON.parse(rest[++i]!))
      continue
    }
    const negated = members.find(one => cliOption(one).replace('--', '--no-') === option)
    const member = members.find(one => cliOption(one) === option) ?? negated
    const kind = member && kinds[member]
    if (member && kind === 'flag') {
      input[member] = member !== negated
      continue
    }
    const value = bound ?? rest[++i]
    if (value === undefined || (bound === undefined && value.startsWith('-')))
      throw new Error(`No value: ${option}`)
    if (member) input[member] = optionContent(kind, value)
    else if (option !== '--region' && option !== '--endpoint-url') throw new Error(`No member for ${option}`)
  }
  return { command: `${service} ${name}`, input }
}
