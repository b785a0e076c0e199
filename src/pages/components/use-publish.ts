import { useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useState } from 'react'
import type { RecipeFormat } from '#src/domain/recipe/read-recipe.ts'
import type { ServiceFailure } from '#src/domain/service-failure.ts'
import {
  type ComponentSource,
  type CreatedComponentVersion,
  componentVersionQuery,
  useCreateComponentVersion,
} from '#src/queries/components.ts'
import { useConnection } from '#src/queries/connection.tsx'
import { intentFor } from './recipe-draft.ts'
import { artifactErrorsOf } from './service-errors.ts'
import type { RecipeWork } from './use-recipe-draft.ts'

export interface Published extends CreatedComponentVersion {
  /** The text that was published: the service's errors are about this one. */
  text: string
  format: RecipeFormat
}

export interface Publishing {
  published: Published | null
  /** Pressed; sent once the newest text has been checked. */
  busy: boolean
  failure: ServiceFailure | null
  /** The text was sent once: what the service then says of a taken version may be about this very one. */
  attempted: boolean
  /** Artifact URI to what the service says of it, now or after having looked at them. */
  artifactErrors: Readonly<Record<string, string>>
  publish(): void
  forget(): void
}

const none: Readonly<Record<string, string>> = {}

/**
 * Publishing waits for the check of the very text that is sent, and sends nothing that has errors. The same text and tags keep
 * their client token, so that a retry after an answer that was lost does not publish twice.
 */
export function usePublish(
  work: RecipeWork,
  check: { upToDate: boolean; errors: number; recipe: { name: string; version: string } | null },
  /** What is made of the text to send it: the recipe itself, if nothing else is said. */
  toSend: (text: string) => ComponentSource = text => ({ recipe: text }),
): Publishing {
  const create = useCreateComponentVersion()
  const [wanted, setWanted] = useState(false)
  const [published, setPublished] = useState<Published | null>(null)
  const [sent, setSent] = useState('')
  const connection = useConnection()
  const state = useQuery({
    ...componentVersionQuery(connection, published?.arn ?? ''),
    enabled: published !== null,
  })
  const content = JSON.stringify([work.text, work.tags])

  const send = async () => {
    const { text, format, tags } = work
    const intent = intentFor(work.intent, text, tags, () => crypto.randomUUID())
    work.change({ intent })
    setSent(content)
    const created = await create.mutateAsync({
      ...toSend(text),
      tags: Object.fromEntries(tags.map(tag => [tag.key, tag.value])),
      clientToken: intent.token,
    })
    setPublished({
      ...created,
      name: created.name || (check.recipe?.name ?? ''),
      version: created.version || (check.recipe?.version ?? ''),
      text,
      format,
    })
    work.settle()
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: `send` reads the work of the render in which the check came in
  useEffect(() => {
    if (!wanted || !check.upToDate) return
    setWanted(false)
    // Its failure is the mutation's own error, shown in the form.
    if (check.errors === 0) send().catch(() => undefined)
  }, [wanted, check.upToDate, check.errors])

  const message = create.error?.message ?? ''
  const refused = useMemo(() => artifactErrorsOf(message), [message])
  return {
    published,
    busy: wanted || create.isPending,
    failure: create.error,
    attempted: sent === content,
    artifactErrors: published ? (state.data?.errors ?? none) : refused,
    publish() {
      create.reset()
      setWanted(true)
    },
    forget() {
      setPublished(null)
      create.reset()
    },
  }
}
