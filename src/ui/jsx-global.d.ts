import type { JSX as ReactJsx } from 'react'

// The kit's declarations name the global JSX namespace, which @types/react 19 no longer provides.
declare global {
  namespace JSX {
    type Element = ReactJsx.Element
    type IntrinsicElements = ReactJsx.IntrinsicElements
  }
}
