/** Lines and columns count from 1, columns in UTF-16 units, ends exclusive: as editors count. */
export interface TextRange {
  startLine: number
  startColumn: number
  endLine: number
  endColumn: number
}

export interface TextEdit {
  range: TextRange
  text: string
}

export interface QuickFix {
  title: string
  edits: TextEdit[]
}

/** `error` exactly where the service or the device refuses the recipe; everything else is a warning or a hint. */
export type Severity = 'error' | 'warning' | 'hint'

export interface Problem {
  /** Id of the rule that it breaks. */
  rule: string
  severity: Severity
  message: string
  range: TextRange
  /** JSON pointer of the value it is about. */
  path: string
  fix?: QuickFix
  /** Other ways out, less likely than `fix`. */
  otherFixes?: QuickFix[]
}
