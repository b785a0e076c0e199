import { useState } from 'react'

/** What a person set up in this browser. Storage may be switched off, full or full of garbage: then the default holds. */
export function readSetting<Value>(
  key: string,
  fallback: Value,
  accept: (value: unknown) => value is Value,
): Value {
  try {
    const text = localStorage.getItem(`meadow.${key}`)
    if (text === null) return fallback
    const value: unknown = JSON.parse(text)
    return accept(value) ? value : fallback
  } catch {
    return fallback
  }
}

export function writeSetting(key: string, value: unknown): void {
  try {
    localStorage.setItem(`meadow.${key}`, JSON.stringify(value))
  } catch {
    // Not kept for the next visit; it still holds for this one.
  }
}

export function useSavedSetting<Value>(
  key: string,
  fallback: Value,
  accept: (value: unknown) => value is Value,
): [Value, (value: Value) => void] {
  const [value, setValue] = useState(() => readSetting(key, fallback, accept))
  return [
    value,
    next => {
      setValue(next)
      writeSetting(key, next)
    },
  ]
}
