import { useLayoutEffect, useRef, useState } from 'react'
import type { DependencyPicture } from './dependency-picture.ts'

const step = 14
const margin = 8

/** The lines beside the list of components; the list itself says the same in words. */
export function DependencyLines({ picture }: { picture: DependencyPicture }) {
  const svg = useRef<SVGSVGElement>(null)
  const [rows, setRows] = useState<readonly number[]>([])
  const count = picture.nodes.length

  useLayoutEffect(() => {
    const box = svg.current?.parentElement
    if (!box) return
    // Rows are as high as their words; each dot stands in the middle of its row's first line.
    const measure = () => {
      const top = box.getBoundingClientRect().top
      const next = [...box.querySelectorAll('li')].map(row => row.getBoundingClientRect().top - top + 16)
      setRows(before => (before.join() === next.join() ? before : next))
    }
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(box)
    return () => observer.disconnect()
  }, [])

  const width = picture.columns * step + margin * 2
  const right = width - margin
  const columnOf = (lane: number) => right - (lane + 1) * step
  const ready = rows.length === count
  return (
    <svg ref={svg} className="bench-graph-lines" width={width} aria-hidden="true">
      {ready
        ? picture.lanes.map(lane => {
            const x = columnOf(lane.lane)
            const start = (rows[lane.from] ?? 0) + 5
            return lane.to.map(to => {
              const end = rows[to] ?? 0
              const down = end > start
              const curve = down ? -7 : 7
              return (
                <path
                  key={`${lane.from} ${to}`}
                  data-loop={!down}
                  d={`M ${right} ${start} Q ${x} ${start} ${x} ${start + (down ? 7 : -7)} L ${x} ${end + curve} Q ${x} ${end} ${right - 6} ${end}`}
                />
              )
            })
          })
        : null}
      {ready
        ? picture.nodes.map((node, index) => (
            <circle
              key={node.name}
              cx={right}
              cy={rows[index]}
              r={4.5}
              data-state={node.problem ? 'problem' : index === 0 ? 'own' : node.version ? 'met' : 'open'}
            />
          ))
        : null}
    </svg>
  )
}
