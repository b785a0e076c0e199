/** More than these nobody reads through; the kit would lay out all of them. */
const most = 100

/** Names that hold what was typed, and how many are left out. */
export function suggestions(
  devices: readonly { name: string }[],
  typed: string,
): { options: { value: string }[]; more: number } {
  const wanted = typed.trim().toLowerCase()
  const options: { value: string }[] = []
  let more = 0
  for (const { name } of devices) {
    if (!name.toLowerCase().includes(wanted)) continue
    if (options.length < most) options.push({ value: name })
    else more += 1
  }
  return { options, more }
}
