import L from 'leaflet';
import leafletStyles from 'leaflet/dist/leaflet.css?inline';
import { preferences, province } from '#config';
import { defineTexts } from '#lib/texts';

const texts = defineTexts({
  vi: { nearer: 'Phóng to', farther: 'Thu nhỏ' },
  en: { nearer: 'Zoom in', farther: 'Zoom out' },
});

let styled = false;

function bringStyles(): void {
  if (styled) return;
  styled = true;
  const sheet = document.createElement('style');
  sheet.textContent = leafletStyles;
  // Before everything: ours have the last word.
  document.head.prepend(sheet);
}

const tilePixels = 256;

/** Without a source of tiles: a quiet sheet with a grid, so that one sees how far one has moved. No foreign host. */
const PlainTiles = L.GridLayer.extend({
  createTile(this: L.GridLayer, { x, y, z }: L.Coords): HTMLElement {
    const tile = document.createElement('canvas');
    tile.width = tilePixels;
    tile.height = tilePixels;
    const context = tile.getContext('2d');
    if (context === null) return tile;
    const style = getComputedStyle(document.documentElement);
    context.fillStyle = style.getPropertyValue('--mute');
    context.fillRect(0, 0, tilePixels, tilePixels);
    context.strokeStyle = style.getPropertyValue('--line');
    context.strokeRect(0.5, 0.5, tilePixels, tilePixels);
    const corner = L.CRS.EPSG3857.pointToLatLng(L.point(x * tilePixels, y * tilePixels), z);
    context.fillStyle = style.getPropertyValue('--ink-2');
    context.font = '16px sans-serif';
    context.fillText(`${corner.lat.toFixed(3)}, ${corner.lng.toFixed(3)}`, 6, 22);
    return tile;
  },
}) as new (options?: L.GridLayerOptions) => L.GridLayer;

const farthest = 7;
const nearest = 18;

export type MapFrame = L.Map;

interface MapOptions {
  name: string;
  at?: { lat: number; lng: number } | undefined;
  zoom?: number;
}

/** A map in an element: reached by keyboard, moved by dragging, by arrows or to where one taps, zoomed by plus and minus. */
export function openMap(place: HTMLElement, { name, at, zoom }: MapOptions): MapFrame {
  bringStyles();
  const { center, zoom: usual, tiles } = province.map;
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
  const map = L.map(place, {
    center: at ?? [center[0], center[1]],
    zoom: zoom ?? usual,
    minZoom: farthest,
    maxZoom: nearest,
    // Another library's flag and link have no place in a province's app; the source of tiles is named.
    attributionControl: false,
    zoomControl: false,
    fadeAnimation: false,
    zoomAnimation: !still,
    inertia: !still,
  });
  // Who cannot drag taps: the place tapped comes to the middle.
  map.on('click', ({ latlng }) => map.panTo(latlng, { animate: !still }));
  const t = texts[preferences.get().language];
  L.control.zoom({ zoomInTitle: t.nearer, zoomOutTitle: t.farther }).addTo(map);
  place.setAttribute('role', 'application');
  place.setAttribute('aria-label', name);
  if (tiles === undefined) new PlainTiles().addTo(map);
  else {
    L.tileLayer(tiles.url, { maxZoom: nearest }).addTo(map);
    L.control.attribution({ prefix: false }).addAttribution(tiles.attribution).addTo(map);
  }
  return map;
}

export interface Mark {
  at: { lat: number; lng: number };
  /** What it is, for those who do not see the map. */
  words: string;
  /** What stands on it, as a number of things; nothing on a single one. */
  text: string;
  pixels: number;
  done: boolean;
  onOpen: () => void;
}

function markerOf({ at, words, text, pixels, done, onOpen }: Mark): L.Marker {
  // As text, not as markup: `html` would read what it is given.
  const label = document.createElement('span');
  label.textContent = text;
  const icon = L.divIcon({
    className: ['dotmark', text === '' ? 'one' : '', done ? 'done' : ''].join(' '),
    html: label,
    iconSize: [pixels, pixels],
  });
  // The map stays where it is while Tab goes through its marks: moved, it would draw others, and the focus would be lost.
  const behaviour = { keyboard: true, autoPanOnFocus: false };
  return L.marker(at, { icon, title: words, alt: words, ...behaviour }).on('click keypress', (event) => {
    const { originalEvent } = event as L.LeafletKeyboardEvent;
    if (event.type === 'click' || originalEvent.key === 'Enter') onOpen();
  });
}

/** Things whose marks would lie on one another at this zoom, together; each group is led by its first. */
export function joinNear<Thing extends { point: { lat: number; lng: number } }>(
  map: MapFrame,
  things: readonly Thing[],
  pixels: number,
): [Thing, ...Thing[]][] {
  const groups: { at: L.Point; members: [Thing, ...Thing[]] }[] = [];
  for (const thing of things) {
    const at = map.project(thing.point);
    const near = groups.find((group) => group.at.distanceTo(at) < pixels);
    if (near === undefined) groups.push({ at, members: [thing] });
    else near.members.push(thing);
  }
  return groups.map(({ members }) => members);
}

/** Marks that open something, by a tap or with Enter. @returns what takes them away. */
export function showMarks(map: MapFrame, marks: readonly Mark[]): () => void {
  const layer = L.layerGroup(marks.map(markerOf)).addTo(map);
  return () => {
    layer.remove();
  };
}
