import type { components } from './schema'

type Schemas = components['schemas']

/** Attributes that may be absent: the platform leaves a missing value out, and its description calls them nullable. */
type Absent<T> = { [K in keyof T]-?: null extends T[K] ? K : never }[keyof T]

/** A wire type as it arrives: what is not nullable in the description is always there. */
export type Present<T> = T extends readonly (infer Item)[]
  ? readonly Present<Item>[]
  : T extends Record<string, never>
    ? unknown
    : T extends object
      ? { readonly [K in Exclude<keyof T, Absent<T>>]-?: Present<Exclude<T[K], undefined>> } & {
          readonly [K in Absent<T>]?: Present<NonNullable<T[K]>>
        }
      : T

/** A type of the platform's OpenAPI document by its name. */
export type Wire<Name extends keyof Schemas> = Present<Schemas[Name]>
