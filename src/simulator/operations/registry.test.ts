import { expect, it } from 'vitest'
import { routes } from '../wire/router.ts'
import { operationTable } from './registry.ts'

it.each(Object.keys(operationTable))(
  '%s has an operation for every route, and a route for every operation',
  service => {
    const operations = operationTable[service as keyof typeof operationTable]
    const names = routes.filter(route => route.service === service).map(route => route.name)
    expect(Object.keys(operations).toSorted()).toEqual(names.toSorted())
  },
)
