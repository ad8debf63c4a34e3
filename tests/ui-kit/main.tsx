/// <reference types="vite/client" />
import { IconHome, IconSchool, IconUsers } from '@tabler/icons-react'
import { StrictMode, useEffect, useState } from 'react'
import { createRoot } from 'react-dom/client'
import { Frame } from '#renderer/ui/frame.tsx'
import type { Language } from '#shared/text/define-texts.ts'
import { StudentsPage } from './students-page.tsx'
import { Palette } from '#renderer/ui/palette.tsx'
import type { PaletteGroup } from '#renderer/ui/palette.tsx'
import { UiProvider, useColorScheme } from '#renderer/ui/provider.tsx'
import { useShortcut } from '#renderer/ui/shortcuts.tsx'
import { PiecesPage } from './pieces-page.tsx'

function Kit() {
  const [language, setLanguage] = useState<Language>(initial)
  const [area, setArea] = useState(() => location.hash.slice(2) || 'students')
  useEffect(() => {
    const onHash = () => setArea(location.hash.slice(2))
    window.addEventListener('hashchange', onHash)
    return () => window.removeEventListener('hashchange', onHash)
  }, [])
  return (
    <UiProvider language={language}>
      <Window area={area} onLanguage={() => setLanguage(language === 'en' ? 'fr' : 'en')} />
    </UiProvider>
  )
}

function Window({ area, onLanguage }: { readonly area: string; readonly onLanguage: () => void }) {
  const [isOpen, setOpen] = useState(false)
  const { scheme, setScheme } = useColorScheme()
  useShortcut({ keys: 'mod+k', label: 'Open anything', group: 'Everywhere', run: () => setOpen(true) })
  const commands = [
    { key: 'language', title: 'Change the language', keys: 'mod+l', to: { run: onLanguage } },
    {
      key: 'scheme',
      title: 'Dark or light',
      hint: scheme,
      to: { run: () => setScheme(scheme === 'dark' ? 'light' : 'dark') },
    },
  ]
  return (
    <>
      <Frame
        product={<b>Escale</b>}
        groups={areas}
        currentKey={area}
        screen={area}
        onSearch={() => setOpen(true)}
      >
        {area === 'pieces' ? <PiecesPage /> : <StudentsPage />}
      </Frame>
      <Palette
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        recent={[
          {
            key: 'kth',
            title: 'KTH Stockholm',
            hint: 'S  STOCKHO04',
            icon: <IconSchool size={16} />,
            to: { href: '#/pieces' },
          },
        ]}
        commands={commands}
        search={search}
      />
    </>
  )
}

async function search(words: string): Promise<readonly PaletteGroup[]> {
  await new Promise((resolve) => setTimeout(resolve, 40))
  const names = ['Politechnika Warszawska', 'Politecnico di Milano', 'Universidade de Lisboa']
  const found = names.filter((name) => name.toLowerCase().includes(words.toLowerCase()))
  return [
    {
      label: 'Partners',
      items: found.map((title) => ({ key: title, title, hint: 'partner', to: { href: '#/students' } })),
    },
  ]
}

const areas = [
  [{ key: 'today', label: 'Today', href: '#/today', icon: IconHome, count: 12, countLabel: '12 to do' }],
  [
    { key: 'pieces', label: 'Pieces', href: '#/pieces', icon: IconSchool },
    { key: 'students', label: 'Students', href: '#/students', icon: IconUsers },
  ],
]

const initial: Language = new URLSearchParams(location.search).get('language') === 'fr' ? 'fr' : 'en'

const root = document.getElementById('root')
if (root === null) throw new Error('no root element')
createRoot(root).render(
  <StrictMode>
    <Kit />
  </StrictMode>,
)
