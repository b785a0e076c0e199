/** Why the app cannot start: something that whoever installed it, or the person at the screen, can mend. */
export class StartProblem extends Error {
  override readonly name = 'StartProblem'
  /** One sentence each; never empty. */
  readonly problems: string[]

  constructor(title: string, problems: string[], cause?: unknown) {
    super(title, { cause })
    this.problems = problems
  }
}
