/**
 * Regions where Greengrass V2 answers, for telling a typing error from a Region that is newer than this list.
 * https://docs.aws.amazon.com/general/latest/gr/greengrassv2.html
 */
const greengrassRegions = [
  'us-east-1',
  'us-east-2',
  'us-west-2',
  'ca-central-1',
  'eu-central-1',
  'eu-west-1',
  'eu-west-2',
  'eu-south-2',
  'ap-south-1',
  'ap-southeast-1',
  'ap-southeast-2',
  'ap-southeast-5',
  'ap-northeast-1',
  'ap-northeast-2',
  'cn-north-1',
  'us-gov-west-1',
  'us-gov-east-1',
]

const parts =
  /^(us|us-gov|us-iso|us-isob|eu|eu-isoe|eusc-de|ca|sa|mx|ap|af|me|il|cn)-(north|south|east|west|central|northeast|northwest|southeast|southwest)-\d+$/

export const looksLikeRegion = (name: string) => parts.test(name)

/** The Region that `name` is a slip of, or null if it is one itself, looks like a new one, or is nothing like any. */
export function nearestRegion(name: string): string | null {
  if (greengrassRegions.includes(name) || looksLikeRegion(name)) return null
  const ranked = greengrassRegions
    .map(region => ({ region, distance: editDistance(name.toLowerCase(), region) }))
    .sort((a, b) => a.distance - b.distance)
  const best = ranked[0]
  return best && best.distance <= 3 ? best.region : null
}

/** Insertions, deletions and replacements between two short texts; a swap of neighbours counts two. */
function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, column) => column)
  for (let row = 1; row <= a.length; row++) {
    const current = [row]
    for (let column = 1; column <= b.length; column++) {
      const replaced = previous[column - 1]! + (a[row - 1] === b[column - 1] ? 0 : 1)
      current.push(Math.min(replaced, previous[column]! + 1, current[column - 1]! + 1))
    }
    previous = current
  }
  return previous[b.length]!
}
