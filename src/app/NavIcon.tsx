const shapes = {
  overview: 'M2 9.5 8 3l6 6.5M4 8.200V13h8V8.200',
  deployments: 'M8 13.500V3.500M4.200 7.200 8 3.200l3.800 4M3 13.500h10',
  components: 'M8 2.200 13.200 5v6L8 13.800 2.800 11V5zM2.800 5 8 7.800 13.200 5M8 7.800v6',
  'core-devices':
    'M4.500 4.500h7v7h-7zM6.500 2.200v2.300M9.500 2.200v2.300M6.500 11.500v2.300M9.500 11.500v2.300M2.200 6.500h2.300M2.200 9.500h2.300M11.500 6.500h2.300M11.500 9.500h2.300',
  'client-devices':
    'M8 3.500a1.600 1.600 0 1 0 .01 0M3.600 10.200a1.600 1.600 0 1 0 .01 0M12.400 10.200a1.600 1.600 0 1 0 .01 0M7 6.300l-2.600 4M9 6.300l2.600 4',
  wall: 'M2.500 3.500h11v7.500h-11zM6 13.500h4M8 11v2.500',
  settings: 'M2.500 5h6M11.500 5h2M2.500 11h2M7.500 11h6M10 3.500v3M6 9.500v3',
} as const

export function NavIcon({ name }: { name: keyof typeof shapes }) {
  return (
    <svg
      viewBox="0 0 16 16"
      width="16"
      height="16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d={shapes[name]} />
    </svg>
  )
}
