import {
  type DependencyForecast,
  forecastDependencies,
  type ForecastQuestion,
} from './dependency-forecast.ts'
import { minorOf, nucleusFor, nucleusNames } from './nucleus.ts'
import { compareVersions } from './version.ts'

export interface NucleusForecast {
  name: string
  /** `null` where it is not known, or no nucleus was asked for. */
  from: string | null
  to: string | null
  /**
   * `stays`; `restarts`: another version is installed, for which Greengrass restarts; `refused` with
   * UNAUTHORIZED_NUCLEUS_MINOR_VERSION_UPDATE; `several` with MULTIPLE_NUCLEUS_RESOLVED_ERROR; `unknown`: a version is
   * asked for, and what the devices have is not known; `unasked`: nothing asks for a nucleus, so it stays.
   */
  kind: 'stays' | 'restarts' | 'refused' | 'several' | 'unknown' | 'unasked'
  /** A deployment names it, so that only a deployment changes it. */
  pinned: boolean
  /** One or two sentences for a person. */
  message: string
  /** The error code with which devices would refuse it. */
  errorCode: string | null
}

const deviceVersion = (question: ForecastQuestion) =>
  question.installed?.get(nucleusFor(question.platform?.runtime)) ?? null

const unpinned = (name: string) =>
  ` No deployment names ${name}, so any later deployment may bring a new patch of it, with a restart: add it with a version to prevent that.`

/**
 * What a deployment does to the nucleus of its devices. `forecast` answers the same question.
 * https://docs.aws.amazon.com/greengrass/v2/developerguide/update-greengrass-core-v2.html
 */
export function nucleusForecast(question: ForecastQuestion, forecast: DependencyForecast): NucleusForecast {
  const nuclei = forecast.components.filter(({ name }) => nucleusNames.includes(name))
  const name = nuclei[0]?.name ?? nucleusFor(question.platform?.runtime)
  const from = question.installed?.get(name) ?? deviceVersion(question)
  const to = nuclei[0]?.version ?? null
  const pinned = question.roots.some(root => root.name === name)
  const facts = { name, from, to, pinned, errorCode: null }

  if (nuclei.length > 1) {
    const both = nuclei.map(one => one.name).join(' and ')
    const message = `A device has one nucleus, and this asks for ${both}.`
    return { ...facts, kind: 'several', message, errorCode: 'MULTIPLE_NUCLEUS_RESOLVED_ERROR' }
  }
  const wanted = refusedVersion(question, forecast, name)
  if (wanted !== null) {
    const message = `Components need ${name} ${wanted}, and devices with ${from} take no other minor version that no deployment names. Add ${name} ${wanted} to the deployment.`
    return {
      ...facts,
      to: wanted,
      kind: 'refused',
      message,
      errorCode: 'UNAUTHORIZED_NUCLEUS_MINOR_VERSION_UPDATE',
    }
  }
  if (to === null) {
    const message = pinned
      ? `No version of ${name} can be chosen.`
      : `Nothing asks for a nucleus: it stays as it is.`
    return { ...facts, kind: pinned ? 'unknown' : 'unasked', message }
  }
  const hint = pinned ? '' : unpinned(name)
  if (from === null) {
    const message = `Devices that have another version than ${to} restart Greengrass.${hint}`
    return { ...facts, kind: 'unknown', message }
  }
  if (from === to) return { ...facts, kind: 'stays', message: `The nucleus stays at ${from}.${hint}` }
  const verb = compareVersions(from, to) < 0 ? 'updated' : 'downgraded'
  const message = `The nucleus is ${verb} from ${from} to ${to}: Greengrass restarts on every device.${hint}`
  return { ...facts, kind: 'restarts', message }
}

/** The version of a nucleus that is needed and that devices refuse, since it is of another minor version. */
function refusedVersion(
  question: ForecastQuestion,
  forecast: DependencyForecast,
  name: string,
): string | null {
  const local = question.installed?.get(name)
  const inTheWay = forecast.problems.some(problem => problem.name === name)
  if (local === undefined || !inTheWay || question.roots.some(root => root.name === name)) return null
  const freely = forecastDependencies({ ...question, anyNucleus: true })
  const version = freely.components.find(one => one.name === name)?.version
  return version !== undefined && minorOf(version) !== minorOf(local) ? version : null
}
