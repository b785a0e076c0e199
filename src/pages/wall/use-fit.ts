import { type RefObject, useLayoutEffect, useRef, useState } from 'react'

/**
 * How many of a box's children are wholly in sight: the rest are to be hidden, since nobody scrolls a wall and a row
 * that is cut in half cannot be read. The box must be the children's offset parent.
 */
export function useFit<Box extends HTMLElement>(count: number): [RefObject<Box | null>, number] {
  const box = useRef<Box>(null)
  const [fits, setFits] = useState(count)
  useLayoutEffect(() => {
    const element = box.current
    if (!element) return
    const measure = () => setFits(wholeChildren(element))
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    for (const child of element.children) observer.observe(child)
    return () => observer.disconnect()
  }, [count])
  return [box, Math.min(fits, count)]
}

function wholeChildren(box: HTMLElement): number {
  // A hair of tolerance, since heights are rounded.
  const limit = box.clientHeight + 1
  let whole = 0
  for (const child of box.children) {
    if (!(child instanceof HTMLElement) || child.offsetTop + child.offsetHeight > limit) break
    whole += 1
  }
  return whole
}
