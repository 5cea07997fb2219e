import { createContext, useContext, useMemo, useState, type ReactNode } from 'react'
import { chinese } from './chinese'
import { english, type MessageKey } from './english'
import { createFormat, type Format } from './format'

export const LANGUAGES = { en: 'English', zh: '中文' } as const
export type Language = keyof typeof LANGUAGES
export type Parameters = Readonly<Record<string, string | number>>
export type Translate = (key: MessageKey, parameters?: Parameters) => string

interface I18n {
  readonly language: Language
  readonly setLanguage: (language: Language) => void
  readonly t: Translate
  readonly format: Format
}

const DICTIONARIES = { en: english, zh: chinese } as const
const STORAGE_KEY = 'roentgen.language'
const I18nContext = createContext<I18n | undefined>(undefined)

export function translate(language: Language, key: MessageKey, parameters: Parameters = {}): string {
  const text: string = DICTIONARIES[language][key]
  return text.replace(/\{(\w+)\}/g, (placeholder, name: string) => String(parameters[name] ?? placeholder))
}

export function I18nProvider({ children }: { readonly children: ReactNode }) {
  const [language, setLanguage] = useState<Language>(initialLanguage)
  const value = useMemo<I18n>(() => {
    document.documentElement.lang = language
    return {
      language,
      setLanguage: (next) => {
        window.localStorage.setItem(STORAGE_KEY, next)
        setLanguage(next)
      },
      t: (key, parameters) => translate(language, key, parameters),
      format: createFormat(language),
    }
  }, [language])
  return <I18nContext.Provider value={value}>{children}</I18nContext.Provider>
}

export function useI18n(): I18n {
  const value = useContext(I18nContext)
  if (value === undefined) {
    throw new Error('useI18n needs an I18nProvider above it')
  }
  return value
}

function initialLanguage(): Language {
  const stored = window.localStorage.getItem(STORAGE_KEY)
  if (stored === 'en' || stored === 'zh') {
    return stored
  }
  return navigator.language.startsWith('zh') ? 'zh' : 'en'
}
