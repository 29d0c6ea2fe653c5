# Without a connection: copies on this device, and what waits to be sent.
offline-open-title = Abrir lo que guarda este dispositivo
offline-open-note = Lo que ya abriste aquí se abre otra vez con tu frase de acceso, sin conexión.
offline-whose = De quién es la caja fuerte
offline-title = Guardado en este dispositivo
offline-lead = Lo que ya abriste aquí. Está sellado en este dispositivo y solo se abre con tu caja fuerte.
offline-alone = No tienes conexión. Tu caja fuerte es la copia de { $when }.
offline-back = Puede que haya vuelto la conexión. Entra para ver lo nuevo y enviar lo que espera.
offline-connect = Entrar
offline-close = Cerrar la caja fuerte
offline-kept = Abierto antes
offline-row = { $kind } · { $day } · copia de { $when }
offline-none = Aquí no se ha abierto nada todavía
offline-not-kept = Este documento no está guardado en este dispositivo
offline-none-note = Abre un documento mientras tengas conexión y aquí se abrirá también sin ella.
offline-copy = Esta es la copia de este dispositivo, tal como era { $when }. No incluye lo que haya cambiado después.
offline-add = No tienes conexión. Lo que añadas se sella ahora, espera en este dispositivo y tu cartera te preguntará cuando vuelvas a tener conexión.
offline-queue = Por enviar
offline-queue-waits = Sellado en este dispositivo. Se envía cuando tengas conexión y tu caja fuerte esté abierta; entonces tu cartera te pregunta.
offline-queue-ready = Sellado en este dispositivo y todavía no en la cadena. Sigue donde se quedó, y tu cartera te pregunta una vez por cada uno.
offline-line = { $size } · sellado { $when }
offline-waits = Espera a enviarse
offline-sealed-here = Está sellado y guardado en este dispositivo. Lo encuentras en «Por enviar», también después de cerrar esta página.
offline-send = Enviarlo
offline-throw = Desecharlo
offline-throw-title = ¿Desechar esto?
offline-throw-note = Por ahora solo está en este dispositivo. El archivo que elegiste se queda donde está.
offline-device = Este dispositivo
offline-device-copies = { $count ->
    [0] No hay documentos guardados en este dispositivo.
    [one] { $count } documento se abre en este dispositivo sin conexión.
    [many] { $count } de documentos se abren en este dispositivo sin conexión.
   *[other] { $count } documentos se abren en este dispositivo sin conexión.
}
offline-device-note = Están sellados y solo se abren con tu caja fuerte. Los abiertos hace más tiempo dejan sitio a los nuevos. Las tarjetas de emergencia y lo abierto con una llave contada no se guardan nunca.
offline-device-waiting = { $count ->
    [one] { $count } documento espera en este dispositivo a enviarse.
    [many] { $count } de documentos esperan en este dispositivo a enviarse.
   *[other] { $count } documentos esperan en este dispositivo a enviarse.
}
offline-forget = Olvidar este dispositivo
offline-forget-title = ¿Olvidar todo lo que guarda este dispositivo?
offline-forget-note = Las copias, también la de la caja fuerte, se borran aquí para todos los que usan este navegador. Tus documentos y tu caja fuerte siguen donde están, y tendrás que entrar de nuevo.
offline-forget-waiting = { $count ->
    [one] Se pierde { $count } documento que aún no se envió.
    [many] Se pierden { $count } de documentos que aún no se enviaron.
   *[other] Se pierden { $count } documentos que aún no se enviaron.
}
offline-forgotten = Este dispositivo ya no guarda nada.
