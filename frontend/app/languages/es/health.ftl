health-lead = Reunido en este dispositivo a partir de los documentos que puedes abrir.
health-awaited = { $done } de { $count } documentos abiertos.
health-none = Todavía no hay nada que resumir
health-none-note = Cuando tus documentos contengan resultados, medicamentos o diagnósticos que se puedan leer, los verás aquí.
health-machine = Una parte la leyó una máquina, y ningún médico la ha firmado aún.
health-twins = Dos registros dicen lo mismo. Si es el mismo papel dos veces, uno de ellos se puede retirar.
health-note = Esta página muestra lo que dicen tus documentos. No es un diagnóstico; habla con tu médico.
health-kept = Las listas de arriba no son todo. Hay documentos con entradas que no se entendieron:
health-closed = { $count ->
    [one] { $count } documento no se abrió y no forma parte de esto.
    [many] { $count } de documentos no se abrieron y no forman parte de esto.
   *[other] { $count } documentos no se abrieron y no forman parte de esto.
}
health-results = Resultados con el tiempo
health-search = Buscar resultados
health-all = { $count ->
    [one] Mostrar { $count } resultado
    [many] Mostrar los { $count } de resultados
   *[other] Mostrar los { $count } resultados
}

export-lead = Llévate tus documentos contigo.
export-what = Todo en un solo archivo
export-note = Cada documento se abre en este dispositivo y se guarda en un archivo ZIP: una carpeta por documento y un índice que abre cualquier hoja de cálculo.
export-older = Con todas las versiones anteriores
export-findings = Con lo que hallaron las máquinas
export-open = El archivo no está sellado. Quien lo tenga puede leerlo; guárdalo donde guardas tu pasaporte.
export-make = Crear el archivo
export-packing = { $done } de { $count } documentos guardados
export-done = El archivo está guardado ({ $size }).
export-closed = { $count ->
    [one] { $count } cosa no se abrió y no está dentro.
    [many] { $count } de cosas no se abrieron y no están dentro.
   *[other] { $count } cosas no se abrieron y no están dentro.
}
