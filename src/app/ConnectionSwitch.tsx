import { Link } from 'react-router'
import { paths } from '#src/paths.ts'
import { useConnectionChoices } from './connection-choice.ts'

/** Which account and Region this is. With several connections, a choice; with one, a label that leads to its settings. */
export function ConnectionSwitch() {
  const { all, current, choose } = useConnectionChoices()
  const open = all.find(({ name }) => name === current)
  if (!open) return null
  if (all.length === 1)
    return (
      <Link
        to={paths.settings}
        className="m-chip m-connection"
        aria-label={`Connection ${open.name}, ${open.region}`}
      >
        <span>{open.name}</span>
        <small className="m-hide-narrow">{open.region}</small>
      </Link>
    )
  return (
    <select
      className="m-chip m-connection"
      aria-label="Connection"
      value={current}
      onChange={event => choose(event.target.value)}
    >
      {all.map(({ name, region, readOnly }) => (
        <option key={name} value={name}>
          {name} · {region}
          {readOnly && !/read-only/i.test(name) ? ' · read-only' : ''}
        </option>
      ))}
    </select>
  )
}
