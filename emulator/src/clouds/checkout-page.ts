import { escapeHtml } from '../http/exchange.ts';
import type { Order } from '../world/orders.ts';

/** Where the merchant has told Zalo that a bank's app leads back to: a path of the mini app. */
const WAY_BACK = '/thanh-toan';

/**
 * The page inside Zalo's payment sheet, where the way of paying is chosen. It settles the order, then tells the phone; a
 * bank's own app comes back by a link into the mini app instead.
 */
export function checkoutPage(order: Order | null, appId: string): string {
  const head = `<!doctype html><html lang="vi"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Thanh toán (mô phỏng)</title><style>body{font:16px/1.5 system-ui,sans-serif;margin:0;padding:20px;color:#14202b}
button{display:block;width:100%;min-height:48px;margin:12px 0;border:1px solid #6b7a88;border-radius:10px;background:#fff;font:inherit}
button.main{background:#0068ff;color:#fff;border:0;font-weight:600}.mark{color:#8f4306}</style>`;
  if (order === null) return `${head}<p>Không có đơn này.</p>`;
  const amount = order.amount.toLocaleString('vi-VN');
  return `${head}<p class="mark">Mô phỏng: không có tiền thật.</p><h1>${escapeHtml(order.description)}</h1>
<p>Số tiền: <strong>${amount} đồng</strong></p>
<button class="main" data-result="1">Đóng ${amount} đồng</button>
<button data-result="1" data-by="bank-app">Đóng bằng ứng dụng ngân hàng</button>
<button data-result="0">Ngân hàng đang xử lý</button>
<button data-result="-1">Thẻ bị từ chối</button>
<button data-result="-2">Thôi, chưa đóng</button>
<script>
const orderId=${JSON.stringify(order.id)};
document.querySelectorAll('button').forEach((button)=>button.addEventListener('click',async()=>{
  const result=button.dataset.result;
  const reply=await fetch('settle',{method:'POST',body:new URLSearchParams({orderId,result})});
  const {transId}=await reply.json();
  if(button.dataset.by==='bank-app'){
    const path='${WAY_BACK}?zmpOrderId='+encodeURIComponent(orderId)+'&apptransid='+encodeURIComponent(transId);
    parent.postMessage({type:'zalo:open-mini-app',appId:${JSON.stringify(appId)},path},location.origin);
    return;
  }
  parent.postMessage({type:'zalo:checkout',orderId,transId,paid:result==='1'},location.origin);
}));
</script></html>`;
}
