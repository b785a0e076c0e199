import { createContext, useContext } from 'react'

export interface ConnectionChoice {
  name: string
  region: string
  readOnly: boolean
}

export interface ConnectionChoices {
  all: readonly ConnectionChoice[]
  current: string
  choose(name: string): void
}

/** The connections of config.json, and which of them is open. */
export const ConnectionChoicesContext = createContext<ConnectionChoices>({
  all: [],
  current: '',
  choose: () => undefined,
})

export const useConnectionChoices = () => useContext(ConnectionChoicesContext)
