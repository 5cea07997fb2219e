import { post } from './http'

export async function erasePerson(person: string, reason: string): Promise<void> {
  await post('/crosswalk/erasures', { person, reason })
}
