import { type DragEvent, type ReactNode, useRef, useState } from 'react'

const carriesFile = (event: DragEvent) => event.dataTransfer.types.includes('Files')

/** Takes a file that is dropped anywhere on what it surrounds. Text dragged within the editor stays the editor's. */
export function FileDrop({ onFile, children }: { onFile(file: File): void; children: ReactNode }) {
  const [over, setOver] = useState(false)
  const depth = useRef(0)
  const leave = () => {
    depth.current = 0
    setOver(false)
  }
  return (
    <div
      className="bench-drop"
      data-over={over}
      onDragEnterCapture={event => {
        if (!carriesFile(event)) return
        depth.current += 1
        setOver(true)
      }}
      onDragLeaveCapture={event => {
        if (!carriesFile(event)) return
        depth.current -= 1
        if (depth.current <= 0) leave()
      }}
      onDragOverCapture={event => {
        if (!carriesFile(event)) return
        event.preventDefault()
        event.stopPropagation()
        event.dataTransfer.dropEffect = 'copy'
      }}
      onDropCapture={event => {
        if (!carriesFile(event)) return
        event.preventDefault()
        event.stopPropagation()
        leave()
        const file = event.dataTransfer.files[0]
        if (file) onFile(file)
      }}
    >
      {children}
      {over ? <div className="bench-drop-sign">Drop the recipe here: JSON or YAML</div> : null}
    </div>
  )
}
