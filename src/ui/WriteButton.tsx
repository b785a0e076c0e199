import Button, { type ButtonProps } from '@cloudscape-design/components/button'

export interface WriteButtonProps extends Omit<ButtonProps, 'disabled' | 'disabledReason'> {
  /** Why it cannot be pressed now. The button stays in sight and says so. */
  disabledReason?: string | undefined
}

/** Every button that changes something. It is never hidden: what cannot be done is disabled with its reason. */
export function WriteButton({ disabledReason, ...props }: WriteButtonProps) {
  return disabledReason ? (
    <Button {...props} disabled disabledReason={disabledReason} />
  ) : (
    <Button {...props} />
  )
}
