"""Reads pictures with RapidOCR: a path on each line of standard input, what it read as JSON on each line of the output."""

import json
import os
import resource
import sys
import time

THREADS = int(sys.argv[1]) if len(sys.argv) > 1 else 1
os.environ["OMP_NUM_THREADS"] = str(THREADS)

import cv2  # noqa: E402, after the number of threads is set
from rapidocr import RapidOCR  # noqa: E402

cv2.setNumThreads(THREADS)
engine = RapidOCR(
    params={
        "Global.log_level": "error",
        "EngineConfig.onnxruntime.intra_op_num_threads": THREADS,
        "EngineConfig.onnxruntime.inter_op_num_threads": 1,
    }
)

for line in sys.stdin:
    begun, began = time.perf_counter(), time.process_time()
    read = engine(line.rstrip("\n"))
    seconds, busy = time.perf_counter() - begun, time.process_time() - began
    boxes = [] if read.boxes is None else [[[float(x), float(y)] for x, y in box] for box in read.boxes]
    scores = [] if read.scores is None else [float(score) for score in read.scores]
    print(
        json.dumps(
            {
                "seconds": seconds,
                "busy": busy,
                "boxes": boxes,
                "texts": list(read.txts or []),
                "scores": scores,
                "peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
            }
        ),
        flush=True,
    )
