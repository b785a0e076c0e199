export const median = values => quantile(values, 0.5)

/** The value below which the share `q` of the values lies, rounded to a tenth. */
export function quantile(values, q) {
  const sorted = [...values].sort((a, b) => a - b)
  const value = sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? Number.NaN
  return Math.round(value * 10) / 10
}
