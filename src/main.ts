import { mount } from 'svelte'
import { connect } from './engine/client.ts'
import { App } from './state/app.svelte.ts'
import './styles/tokens.css'
import './styles/components.css'
import Root from './ui/App.svelte'

const target = document.getElementById('app')
if (!target) throw new Error('the page has no #app')
const query = new URLSearchParams(location.search)
const engine = connect({ fresh: query.has('fresh') })
const app = await App.open(engine, query, navigator.languages)
mount(Root, { target, props: { app } })
void app.load(location.hash)
