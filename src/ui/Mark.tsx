/** Meadow's mark: three blades of grass on a line of ground. Decorative where the name stands beside it. */
export function Mark({ size = 28 }: { size?: number }) {
  return (
    <svg viewBox="0 0 32 32" width={size} height={size} aria-hidden="true">
      <rect width="32" height="32" rx="8" fill="#0d6b53" />
      <path d="M6 25c.4-6.5 1.7-11.3 4-14.5 1.3 3.700 1.9 8.500 1.9 14.500" fill="#7fd4b5" />
      <path d="M13.6 25c0-7.800 1.300-14 3.900-18.500 2.200 4.900 3.200 11.100 3 18.500" fill="#d3f1e5" />
      <path d="M22.200 25c-.1-4.900.8-9 2.800-12.300 1.100 3.500 1.500 7.700 1.200 12.300" fill="#58c5a1" />
      <path d="M5 26.200h22" stroke="#eefaf5" strokeWidth="1.800" strokeLinecap="round" />
    </svg>
  )
}
