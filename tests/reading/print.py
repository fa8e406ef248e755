"""PDFs made for the tests: text placed line by line, rules, images and passwords."""

from collections.abc import Callable, Sequence
from io import BytesIO

from PIL import Image
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

HEIGHT = A4[1]
FONT = "Helvetica"


class Sheet:
    """A canvas whose places count from the top left corner."""

    def __init__(self, canvas: Canvas) -> None:
        self.canvas = canvas

    def say(self, text: str, left: float, down: float, size: float = 10, font: str = FONT) -> None:
        self.canvas.setFont(font, size)
        self.canvas.drawString(left, HEIGHT - down, text)

    def flow(self, text: str, left: float, down: float, width: float, size: float = 10) -> float:
        """Text broken over lines; returns how far down the next line would be."""
        line: list[str] = []
        for word in text.split():
            if line and stringWidth(" ".join([*line, word]), FONT, size) > width:
                self.say(" ".join(line), left, down, size)
                line, down = [], down + 1.2 * size
            line.append(word)
        self.say(" ".join(line), left, down, size)
        return down + 1.2 * size

    def grid(self, lefts: Sequence[float], downs: Sequence[float]) -> None:
        self.canvas.grid(list(lefts), [HEIGHT - down for down in downs])

    def turn(self) -> None:
        self.canvas.showPage()


def pdf(draw: Callable[[Sheet], object], title: str = "", encrypt: str | None = None) -> bytes:
    stream = BytesIO()
    canvas = Canvas(stream, pagesize=A4, encrypt=encrypt, invariant=True)
    if title:
        canvas.setTitle(title)
    draw(Sheet(canvas))
    canvas.save()
    return stream.getvalue()


def picture(canvas: Canvas) -> None:
    canvas.drawImage(ImageReader(Image.new("RGB", (20, 20), "white")), 0, 0, *A4)
