import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { EmptyState } from './EmptyState'
import { QueryView } from './QueryView'

interface Props<Item> {
  readonly query: UseQueryResult<{ readonly items: readonly Item[] }>
  readonly empty: { readonly title: string; readonly hint: string }
  /** Of the columns, in their order; an empty one stands over the actions of a row. */
  readonly heads: readonly (string | { readonly numeric: string })[]
  /** The row of an item. */
  readonly children: (item: Item) => ReactNode
}

/** A list of the platform as a table, or what to say when it is empty. */
export function QueryTable<Item>({ query, empty, heads, children }: Props<Item>) {
  return (
    <QueryView query={query}>
      {({ items }) =>
        items.length === 0 ? (
          <EmptyState title={empty.title} hint={empty.hint} />
        ) : (
          <div className="table-frame">
            <table>
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
    </QueryView>
  )
}
