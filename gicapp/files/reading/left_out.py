"""What a source has and a reading does not take: said, so that nobody misses it later."""

from typing import Final

from gicapp.core.content import Problem

PICTURES: Final = "picture.left"


def pictures_left(count: int) -> tuple[Problem, ...]:
    """Return the problem that tells of pictures; none where there are none."""
    if not count:
        return ()
    message = (
        f"文件中有 {count} 幅图片，没有读取。报告需要图片的，请在相应部分的文字中用“插入图片”放入。"
    )
    return (Problem(PICTURES, "图片", message),)
