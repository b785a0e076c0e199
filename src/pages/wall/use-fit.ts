import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react'

/**
 * How many of a box's children are wholly in sight: the rest are to be hidden, since nobody scrolls a wall and a row
 * that is cut in half cannot be read. The box must be the children's offset parent.
 */
export function useFit<Box extends HTMLElement>(count: number): [RefObject<Box | null>, number] {
  const box = useRef<Box>(null)
  const [fits, setFits] = useState(count)
  // After each drawing: a row may have grown by a line. There are a dozen rows at most.
  useLayoutEffect(() => {
    if (box.current) setFits(wholeChildren(box.current))
  })
  useEffect(() => {
    const onResize = () => {
      if (box.current) setFits(wholeChildren(box.current))
    }
    addEventListener('resize', onResize)
    return () => removeEventListener('resize', onResize)
  }, [])
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
