/** Hills and grass, in the theme's own colours. Decoration only. */
export function MeadowScene() {
  return (
    <svg className="m-scene" viewBox="0 0 800 220" preserveAspectRatio="xMidYMax slice" aria-hidden="true">
      <circle cx="650" cy="96" r="26" className="m-scene-sun" />
      <path className="m-scene-far" d="M0 150c90-46 180-60 280-34s190 30 300-4 160-20 220 4v104H0z" />
      <path className="m-scene-mid" d="M0 178c110-40 210-34 330-10s250 14 470-26v78H0z" />
      <path className="m-scene-near" d="M0 202c160-26 330-20 470-8s220 0 330-14v40H0z" />
      <g className="m-scene-grass">
        <path d="M92 206c2-22 6-36 13-46 4 12 6 27 5 46z" />
        <path d="M112 206c0-26 5-46 14-60 7 16 10 36 9 60z" />
        <path d="M138 206c0-16 4-30 11-40 4 11 5 24 4 40z" />
        <path d="M654 200c2-18 5-30 11-38 4 10 5 22 4 38z" />
        <path d="M672 200c0-24 5-40 13-52 6 14 8 30 7 52z" />
      </g>
    </svg>
  )
}
