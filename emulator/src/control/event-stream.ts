import type { Exchange } from '../http/exchange.ts';
import type { World } from '../world/world.ts';

/** Server-sent events of one phone: what control and the clouds want its open pages to know. */
export function streamEvents(exchange: Exchange, world: World, phoneId: string): undefined {
  const { response, request } = exchange;
  response.writeHead(200, {
    'content-type': 'text/event-stream',
    'cache-control': 'no-store',
    connection: 'keep-alive',
  });
  response.write(': open\n\n');
  const stop = world.listen(phoneId, (signal) => response.write(`data: ${JSON.stringify(signal)}\n\n`));
  request.on('close', stop);
  response.on('close', stop);
  return undefined;
}
