/** Names and values; what is not set is left out. */
export function SpecList({ values }: { readonly values: Readonly<Record<string, string | number | undefined>> }) {
  return (
    <dl className="spec-list">
      {Object.entries(values)
        .filter(([, value]) => value !== undefined && value !== '')
        .map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  )
}
