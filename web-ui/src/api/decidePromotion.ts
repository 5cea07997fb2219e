import { post } from './http'

/** Refused when the person who asked decides. */
export async function decidePromotion(id: string, decision: 'approval' | 'decline'): Promise<void> {
  await post(`/promotions/${id}/${decision}`)
}
