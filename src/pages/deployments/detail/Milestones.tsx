import LiveRegion from '@cloudscape-design/components/live-region'
import { useEffect, useRef, useState } from 'react'
import type { Deployment } from '#src/domain/deployment.ts'
import { type MilestoneFacts, milestoneNews } from '#src/domain/milestones.ts'
import { linkTo } from '#src/paths.ts'
import { useNotify } from '#src/ui/notifications.tsx'
import { readSetting, writeSetting } from '#src/ui/saved-setting.ts'
import { deploymentTitle } from '../deployment-rows.ts'

/** What has been told of a deployment; kept over a reload, so that nothing is told twice. */
interface Told {
  deployment: string
  marks: readonly string[]
}

const mostKept = 100

/** Tells each milestone once: in a notification, and to those who listen. */
export function Milestones({
  deployment,
  facts: { state, counts, size, brokeLater },
}: {
  deployment: Deployment
  facts: MilestoneFacts
}) {
  const notify = useNotify()
  const [said, setSaid] = useState('')
  const title = deploymentTitle(deployment)
  // A new demo world may give a deployment the id of an earlier one.
  const key = `${deployment.id} ${deployment.created}`
  // Where the browser keeps nothing, at least this visit tells nothing twice.
  const here = useRef<Told>({ deployment: key, marks: [] })
  useEffect(() => {
    const told = readSetting<Told[]>('milestones', [], isTold)
    const now = here.current.deployment === key ? here.current.marks : []
    const before = [...new Set([...(told.find(one => one.deployment === key)?.marks ?? []), ...now])]
    const { news, marks } = milestoneNews({ state, counts, size, brokeLater }, before)
    here.current = { deployment: key, marks }
    if (marks.length > before.length) {
      const others = told.filter(one => one.deployment !== key)
      writeSetting('milestones', [{ deployment: key, marks }, ...others].slice(0, mostKept))
    }
    if (news.length === 0) return
    setSaid(`${title}: ${news.map(({ text }) => text).join(' ')}`)
    for (const { id, tone, text } of news)
      notify({
        // A later share of the devices takes the place of an earlier one.
        id: `${deployment.id} ${/^\d/.test(id) ? 'share' : id}`,
        type: tone,
        header: title,
        content: text,
        link: { text: 'View deployment', href: linkTo.deployment(deployment.id) },
        spoken: true,
      })
  }, [key, deployment.id, title, notify, state, counts, size, brokeLater])
  return (
    <LiveRegion hidden tagName="div">
      {said}
    </LiveRegion>
  )
}

function isTold(value: unknown): value is Told[] {
  return (
    Array.isArray(value) &&
    value.every(
      (one: Partial<Told> | null) =>
        typeof one?.deployment === 'string' &&
        Array.isArray(one.marks) &&
        one.marks.every(mark => typeof mark === 'string'),
    )
  )
}
