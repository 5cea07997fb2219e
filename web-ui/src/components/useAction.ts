import { useMutation, useQueryClient, type UseMutationResult } from '@tanstack/react-query'
import { useI18n } from '../i18n/I18n'
import { errorText } from './ErrorState'
import { useNotify } from './Notifications'

interface Options<T> {
  /** First elements of the query keys to read again afterwards. */
  readonly refresh: readonly string[]
  readonly done?: string
  readonly onSuccess?: (result: T) => void
}

/** A write to the platform that says how it went and refreshes what it changed, whether it succeeded or not. */
export function useAction<I, T>(run: (input: I) => Promise<T>, options: Options<T>): UseMutationResult<T, Error, I> {
  const client = useQueryClient()
  const notify = useNotify()
  const { t } = useI18n()
  return useMutation<T, Error, I>({
    mutationFn: run,
    onSuccess: (result) => {
      if (options.done !== undefined) {
        notify('good', options.done)
      }
      options.onSuccess?.(result)
    },
    onError: (error) => notify('bad', errorText(error, t)),
    onSettled: async () => {
      await Promise.all(options.refresh.map((key) => client.invalidateQueries({ queryKey: [key] })))
    },
  })
}
