"""Draws pictures that are none of the kinds the models know: pages, receipts, noise, textures, scenes."""

import math

import numpy as np
from PIL import Image, ImageDraw, ImageFilter, ImageFont

WORDS = ("the of and to in is patient name date total amount paid thank you report result blood count normal range "
         "unit price tax item code street phone note dose tablet daily morning evening signed page copy invoice").split()
SEEDS = {"train": 1, "val": 2, "test": 3}


def draw(count: int, split: str, side: int) -> list[np.ndarray]:
    """`count` pictures (side, side, 3); the kinds in `UNSEEN` are drawn for the test split only."""
    random = np.random.default_rng(SEEDS[split])
    kinds = [*SEEN, *UNSEEN] if split == "test" else SEEN
    return [np.asarray(kinds[i % len(kinds)](random, side).convert("RGB")) for i in range(count)]


def _colour(random, low=0, high=256) -> tuple[int, int, int]:
    return tuple(int(v) for v in random.integers(low, high, 3))


def _words(random, count: int) -> str:
    chosen = [str(random.choice(WORDS)) if random.random() < 0.75 else f"{random.uniform(0, 999):.2f}" for _ in range(count)]
    return " ".join(chosen)


def page(random, side):
    """A page of text, dark on light or light on dark, at a slight slant."""
    paper, ink = _colour(random, 200, 256), _colour(random, 0, 90)
    if random.random() < 0.2:
        paper, ink = ink, paper
    image = Image.new("RGB", (side * 2, side * 2), paper)
    pen, size = ImageDraw.Draw(image), int(random.integers(10, 34))
    font = ImageFont.load_default(size)
    for y in range(int(random.integers(5, 60)), side * 2, int(size * random.uniform(1.2, 2.2))):
        if random.random() < 0.88:
            pen.text((int(random.integers(5, 50)), y), _words(random, int(random.integers(2, 14))), ink, font)
    return image.rotate(random.uniform(-4, 4), fillcolor=paper).resize((side, side), Image.Resampling.BILINEAR)


def receipt(random, side):
    """A narrow slip with prices at the right, on a table."""
    image = Image.new("RGB", (side * 2, side * 2), _colour(random, 20, 220))
    pen, font = ImageDraw.Draw(image), ImageFont.load_default(int(random.integers(11, 24)))
    left, right = int(random.integers(10, 120)), side * 2 - int(random.integers(10, 120))
    pen.rectangle((left, 0, right, side * 2), fill=_colour(random, 225, 256))
    for y in range(int(random.integers(5, 40)), side * 2, int(random.integers(16, 40))):
        pen.text((left + 10, y), _words(random, 2), _colour(random, 0, 80), font)
        pen.text((right - 80, y), f"{random.uniform(0, 99):.2f}", (20, 20, 20), font)
    return image.rotate(random.uniform(-8, 8), fillcolor=(90, 80, 70)).resize((side, side), Image.Resampling.BILINEAR)


def noise(random, side):
    """Grain of some coarseness, grey or coloured."""
    cells = int(random.choice([4, 8, 28, 56, 112, side]))
    grain = random.normal(random.uniform(60, 190), random.uniform(10, 80), (cells, cells, random.choice([1, 3])))
    grain = np.broadcast_to(grain, (cells, cells, 3)).clip(0, 255).astype(np.uint8)
    return Image.fromarray(grain).resize((side, side), random.choice([Image.Resampling.NEAREST, Image.Resampling.BICUBIC]))


def gradient(random, side):
    """A ramp or a glow between two colours; an empty or an overexposed picture is one of these."""
    y, x = np.mgrid[-1:1:side * 1j, -1:1:side * 1j]
    turn = random.uniform(0, 2 * math.pi)
    ramp = x * math.cos(turn) + y * math.sin(turn) if random.random() < 0.5 else np.hypot(x - random.uniform(-1, 1), y)
    ramp = ((ramp - ramp.min()) / np.ptp(ramp))[..., None] ** random.uniform(0.3, 3)
    first, last = np.array(_colour(random)), np.array(_colour(random))
    if random.random() < 0.5:
        first, last = first.mean(), last.mean()
    blend = np.broadcast_to(first * (1 - ramp) + last * ramp, (side, side, 3))
    return Image.fromarray((blend + random.normal(0, random.uniform(0, 8), blend.shape)).clip(0, 255).astype(np.uint8))


def texture(random, side):
    """Clouds, bark, cloth: noise whose strength falls with frequency, as in photographs."""
    fy, fx = np.meshgrid(np.fft.fftfreq(side), np.fft.fftfreq(side), indexing="ij")
    power = np.maximum(np.hypot(fy * random.uniform(0.4, 2.5), fx), 1 / side) ** -random.uniform(0.7, 2.2)
    base = [np.fft.ifft2(np.fft.fft2(random.normal(size=(side, side))) * power).real for _ in range(3)]
    share = random.uniform(0, 1) if random.random() < 0.6 else 1.0
    planes = [share * base[0] + (1 - share) * plane for plane in base]
    planes = [(p - p.mean()) / p.std() * random.uniform(20, 70) + random.uniform(50, 200) for p in planes]
    if share == 1.0 and random.random() < 0.7:
        planes = [planes[0]] * 3
    return Image.fromarray(np.stack(planes, -1).clip(0, 255).astype(np.uint8))


def scene(random, side):
    """Overlapping shapes on a ground, sharp or out of focus, in colour or in grey."""
    image = texture(random, side) if random.random() < 0.5 else gradient(random, side)
    pen = ImageDraw.Draw(image)
    for _ in range(int(random.integers(1, 14))):
        x, y, w, h = random.integers(0, side, 4)
        box = (int(x - w / 2), int(y - h / 2), int(x + w / 2), int(y + h / 2))
        outline = _colour(random) if random.random() < 0.4 else None
        kind = random.integers(0, 3)
        if kind == 0:
            pen.ellipse(box, _colour(random), outline, int(random.integers(1, 6)))
        elif kind == 1:
            pen.rectangle(box, _colour(random), outline, int(random.integers(1, 6)))
        else:
            pen.polygon([tuple(int(v) for v in random.integers(0, side, 2)) for _ in range(4)], _colour(random))
    if random.random() < 0.6:
        image = image.filter(ImageFilter.GaussianBlur(random.uniform(0.5, 8)))
    return image.convert("L") if random.random() < 0.4 else image


def chart(random, side):
    """A plotted curve with axes and a caption."""
    image = Image.new("RGB", (side, side), _colour(random, 220, 256))
    pen = ImageDraw.Draw(image)
    pen.line((20, 10, 20, side - 20, side - 10, side - 20), (0, 0, 0), 2)
    for _ in range(int(random.integers(1, 4))):
        walk = np.cumsum(random.normal(0, 8, side - 40)) + random.uniform(60, side - 60)
        pen.line([(20 + i, float(np.clip(v, 5, side - 22))) for i, v in enumerate(walk)], _colour(random, 0, 200), 2)
    pen.text((40, side - 18), _words(random, 4), (0, 0, 0), ImageFont.load_default(12))
    return image


def tiles(random, side):
    """A board of squares or stripes."""
    cell = int(random.integers(4, 40))
    y, x = np.mgrid[0:side, 0:side] // cell
    pattern = (x + y if random.random() < 0.5 else x)[..., None] % 2
    return Image.fromarray(np.where(pattern == 0, _colour(random), _colour(random)).astype(np.uint8)).rotate(
        random.uniform(0, 90))


SEEN = [page, receipt, noise, gradient, texture, scene, texture, scene]
UNSEEN = [chart, tiles]
