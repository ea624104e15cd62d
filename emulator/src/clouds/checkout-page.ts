import { escapeHtml } from '../http/exchange.ts';
import type { Order } from '../world/orders.ts';

/** The page inside Zalo's payment sheet. It settles the order, then tells the phone, as the bank's return does. */
export function checkoutPage(order: Order | null): string {
  const head = `<!doctype html><html lang="vi"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Thanh toán (mô phỏng)</title><style>body{font:16px/1.5 system-ui,sans-serif;margin:0;padding:20px;color:#14202b}
button{display:block;width:100%;min-height:48px;margin:12px 0;border:1px solid #6b7a88;border-radius:10px;background:#fff;font:inherit}
button.main{background:#0068ff;color:#fff;border:0;font-weight:600}.mark{color:#8f4306}</style>`;
  if (order === null) return `${head}<p>Không có đơn này.</p>`;
  const amount = order.amount.toLocaleString('vi-VN');
  return `${head}<p class="mark">Mô phỏng: không có tiền thật.</p><h1>${escapeHtml(order.description)}</h1>
<p>Số tiền: <strong>${amount} đồng</strong></p>
<button class="main" data-result="1">Đóng ${amount} đồng</button>
<button data-result="0">Ngân hàng đang xử lý</button>
<button data-result="-1">Thẻ bị từ chối</button>
<button data-result="-2">Thôi, chưa đóng</button>
<script>
const orderId=${JSON.stringify(order.id)};
document.querySelectorAll('button').forEach((button)=>button.addEventListener('click',async()=>{
  const result=button.dataset.result;
  const reply=await fetch('settle',{method:'POST',body:new URLSearchParams({orderId,result})});
  const {transId}=await reply.json();
  parent.postMessage({type:'zalo:checkout',orderId,transId,paid:result==='1'},location.origin);
}));
</script></html>`;
}
