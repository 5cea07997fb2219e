import type { ReactNode } from 'react'

/** The head of a column; an empty one stands over the actions of a row. */
export type Head = string | { readonly numeric: string }

interface Props<Item> {
  readonly heads: readonly Head[]
  readonly items: readonly Item[]
  /** Of the table itself. */
  readonly className?: string
  /** The row of an item. */
  readonly children: (item: Item, index: number) => ReactNode
}

/** A table that scrolls sideways where the page is too narrow for it. */
export function Table<Item>({ heads, items, className, children }: Props<Item>) {
  return (
    <div className="table-frame">
      <table className={className}>
        <thead>
          <tr>
            {heads.map((head, index) =>
              typeof head === 'string' ? (
                <th key={index} scope="col">
                  {head}
                </th>
              ) : (
                <th key={index} scope="col" className="numeric">
                  {head.numeric}
                </th>
              ),
            )}
          </tr>
        </thead>
        <tbody>{items.map(children)}</tbody>
      </table>
    </div>
  )
}
