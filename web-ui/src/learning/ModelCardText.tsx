import { useQuery } from '@tanstack/react-query'
import { getModelCard } from '../api/getModelCard'
import { QueryView } from '../components/QueryView'
import { useI18n } from '../i18n/I18n'
import { parseMarkdown, type Block } from './markdown'

/** The model card, from its Markdown. */
export function ModelCardText({ versionId }: { readonly versionId: string }) {
  const { t } = useI18n()
  const card = useQuery({ queryKey: ['model-card', versionId], queryFn: () => getModelCard(versionId), staleTime: Infinity })
  return (
    <section aria-label={t('models.card')}>
      <h2>{t('models.card')}</h2>
      <QueryView query={card}>
        {(text) => (
          <div className="card prose">
            {parseMarkdown(text).map((block, index) => (
              <BlockView key={index} block={block} />
            ))}
          </div>
        )}
      </QueryView>
    </section>
  )
}

function BlockView({ block }: { readonly block: Block }) {
  switch (block.kind) {
    case 'heading':
      return block.level === 1 ? <h3>{block.text}</h3> : <h4>{block.text}</h4>
    case 'paragraph':
      return <p>{block.text}</p>
    case 'list':
      return (
        <ul>
          {block.items.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ul>
      )
    case 'table':
      return (
        <table>
          <thead>
            <tr>
              {block.header.map((cell) => (
                <th key={cell} scope="col">
                  {cell}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {block.rows.map((row) => (
              <tr key={row.join('|')}>
                {row.map((cell, column) => (
                  <td key={column}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )
  }
}
