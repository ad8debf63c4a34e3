import { useEffect, useRef } from 'react'

/**
 * Runs `act` once nothing more was asked for `delayMs`: typing filters a list without a query per letter.
 * What is still waiting runs at once when the component goes.
 */
export function useDelayed<T>(act: (value: T) => void, delayMs: number): (value: T) => void {
  const latest = useRef(act)
  const waiting = useRef<{ readonly timer: ReturnType<typeof setTimeout>; readonly value: T }>(undefined)
  useEffect(() => {
    latest.current = act
  })
  useEffect(
    () => () => {
      if (waiting.current === undefined) return
      clearTimeout(waiting.current.timer)
      latest.current(waiting.current.value)
      waiting.current = undefined
    },
    [],
  )
  return (value) => {
    if (waiting.current !== undefined) clearTimeout(waiting.current.timer)
    const run = () => {
      waiting.current = undefined
      latest.current(value)
    }
    waiting.current = { timer: setTimeout(run, delayMs), value }
  }
}
