import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { EmptyState } from './EmptyState'
import { QueryView } from './QueryView'
import { Table, type Head } from './Table'

interface Props<Item> {
  readonly query: UseQueryResult<{ readonly items: readonly Item[] }>
  readonly empty: { readonly title: string; readonly hint: string }
  readonly heads: readonly Head[]
  /** The row of an item. */
  readonly children: (item: Item, index: number) => ReactNode
}

/** A list of the platform as a table, or what to say when it is empty. */
export function QueryTable<Item>({ query, empty, heads, children }: Props<Item>) {
  return (
    <QueryView query={query}>
      {({ items }) =>
        items.length === 0 ? (
          <EmptyState title={empty.title} hint={empty.hint} />
        ) : (
          <Table heads={heads} items={items}>
            {children}
          </Table>
        )
      }
    </QueryView>
  )
}
